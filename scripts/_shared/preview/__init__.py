"""The live preview: answers at once, with the pages of now or the last good ones, and with what is wrong on them.

Three processes share the work. This one answers requests and never waits for anything but a file. A resident one has
read the catalogue: when something is saved it reads what changed, and renders the page that is asked for. A third is
started once nothing changes any more and makes the whole site, exactly as a build does, of which the proof is that of a
build: after each save the preview shows, as soon as it is at rest, the files of that site and nothing else. Until then
it shows rendered pages ahead of it; what takes long to compute, the search and what is related, is that of the site
before. If the site then differs from what was shown, pages load once more.

So what is quick need not be proved to the last byte, what is proved need not be quick, and no fault of an entry, a
template or the code ends the preview: it is in another process, whose words are shown.
"""
