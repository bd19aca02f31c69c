"""A catalogue of good practices: from the files that editors write to pages, data and search.

The package knows nothing of the site generator around it, so that it can be tested in milliseconds and outlive a change
of generator. Rooms lean one way: ``wording`` <- ``catalogue`` <- ``finding`` <- ``publishing``; ``editing`` stands on
the first two.
"""
