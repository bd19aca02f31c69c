"""What earlier runs read, kept for later ones: by the content it follows from, and by the ids that were asked for.

Modules are imported one by one: records stand on ``pickling``, and ``memory`` on all records.
"""
