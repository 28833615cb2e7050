"""The pages of the site itself: about it, its accessibility, copyright, privacy, contact."""
