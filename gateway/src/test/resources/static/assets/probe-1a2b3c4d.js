export const probe = "a file of the test, not of the console";
