"""What editors do with articles: forms, publication, preview, lists, conflicts between two."""
