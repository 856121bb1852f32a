"""Pure HTML → records: finds a page's main listing, its fields and its next page. No network."""
