"""Says where this command went."""

import sys

sys.exit(print("To polecenie jest teraz tutaj: python3 scripts/bench/evaluate_search.py", file=sys.stderr) or 2)
