"""Where figures come from: sources, what others claim, what was corrected."""
