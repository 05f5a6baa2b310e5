"""One partition per council of the registry in use: a council added there is added here."""

import dagster as dg

from orchestration.home import Home

councils = dg.StaticPartitionsDefinition(sorted(Home.from_environment().registry().councils))
