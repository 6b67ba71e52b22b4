"""The protocol: messages and views, defined once here and generated into TypeScript."""
