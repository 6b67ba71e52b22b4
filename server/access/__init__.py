"""Who somebody is: personal links with tokens, made from the server's secret. Nothing is stored for each of them."""
