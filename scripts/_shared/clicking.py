"""Commands made with click: what they end with, for ``environment.run`` to tell it as of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import click


def invoked(command: click.Command, **settings: Any) -> int:
    """Run a command with the arguments of this program; its exit code.

    Raises:
        KeyboardInterrupt: the person stopped it.
    """
    import click  # only the environments have it

    try:
        code = command.main(standalone_mode=False, **settings)
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0
