"""The pages of the app: what is chosen, what is shown. The answers come from the analysis."""
