"""The pages of the app: they read a choice and show an answer, which the analysis works out."""
