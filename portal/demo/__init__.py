"""The demo content: true figures and our own articles, as files, and what loads them."""
