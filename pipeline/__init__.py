"""The pure core: no network, no database, no clock.

The way of the data through Gleanery, as one would write it in a shell::

    probe | fetch | extract → Observation | record | normalize → Resource | identify → Key
          | decide → Decision, Outcome | apply | fingerprint | judge → Judgement | export

This room holds the types of each state (`model`), the faults (`errors`) and every step that needs nothing but its
arguments: `text`, `urls`, `dates`, `terms`, `language`, `normalize`, `identify`, `decide`.
"""
