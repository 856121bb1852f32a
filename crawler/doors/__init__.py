"""A site's doors, one file each: is this channel there, what does it claim, and its first records for a preview."""
