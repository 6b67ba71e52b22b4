/** So many links of a statement are shown with their titles, side by side with the clock; more of them in short. */
export const FEW = 2;
