"""Pictures that stand for a page where its address is shared: drawn on the server, as PNG."""
