"""What runs when, and never twice: `sync` runs sources now; APScheduler and the task engine will live here."""
