"""The figures for taking away: files, charts as pictures, and how to cite them."""
