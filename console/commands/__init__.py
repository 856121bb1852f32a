"""One file per command, or for a few that belong together. Heavy rings are imported when a command runs."""
