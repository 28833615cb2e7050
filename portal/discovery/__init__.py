"""How readers and machines find the pages: addresses, links, sitemaps, structured data."""
