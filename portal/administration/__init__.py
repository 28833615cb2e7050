"""What every page of the admin shares: its site, history, language tabs, roles and words."""
