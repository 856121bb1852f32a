"""A site that lives through a year, and knows the truth of every day.

    history → Day: what the public site shows, what happened to it, what is wrong with it that day
    faces   → the same posts as WordPress's listing, item pages, feed and sitemap (REST: `tests.sites.wordpress_like`)
    faults  → what a visitor gets in place of a sound answer
    site    → `Timeline`: serves a day
    truth   → what a copy of the site should hold, field by field, as each channel states it

The same seed gives the same year.
"""
