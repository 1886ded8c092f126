"""A night of Credence as an Airflow 3 DAG: one task a stage, in the order of the night.

The night is the day on which the data interval begins, in CREDENCE_TIME_ZONE: the run of 2026-03-06
03:00 takes the drops of 2026-03-05 and older ones. A run by hand may name another with the parameter
`date`. Settings come from the environment of Airflow; so do the secrets that the stages need.

    CREDENCE_LAUNCHER       jobs/bin/credence of the installation; default: the one beside this conf folder
    CREDENCE_CONF_DIR       folder of the settings; default: the installation's
    CREDENCE_SUBMIT         options of `credence submit`, such as "--master spark://host:7077 --deploy-mode
                            cluster"; without it a stage runs where its task does
    CREDENCE_SPARK_CONN     connection of SparkSubmitOperator, which then runs the stages in client mode with
                            the distribution of SPARK_HOME
    CREDENCE_SCHEDULE       cron expression; default: 0 3 * * *
    CREDENCE_TIME_ZONE      of the schedule; default: Europe/Paris
    CREDENCE_DROP_TIMEOUT   seconds to wait for the drops of the day; default: six hours
    CREDENCE_RETRY_SECONDS  first pause before a retry; default: 300
"""

from __future__ import annotations

import json
import logging
import os
import re
import shlex
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pendulum
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Asset, BaseOperator, CronDataIntervalTimetable, Param, TriggerRule, dag, task
from airflow.sdk.exceptions import AirflowException, AirflowFailException

LOG = logging.getLogger(__name__)
HOME = Path(__file__).resolve().parents[3]
LAUNCHER = os.environ.get("CREDENCE_LAUNCHER", str(HOME / "jobs/bin/credence"))
SUBMIT = os.environ.get("CREDENCE_SUBMIT")
SPARK_CONN = os.environ.get("CREDENCE_SPARK_CONN")
ZONE = os.environ.get("CREDENCE_TIME_ZONE", "Europe/Paris")
STAGES = ("ingest", "train", "apply", "topics", "cubes", "report", "maintain")
NOT_READY, STORAGE, BUSY = 4, 6, 7

# Whoever reads the cubes schedules on this asset; an event carries night and edition.
CUBES = Asset(name="credence_cubes", uri="x-credence://cubes")


def night(params: dict[str, Any], data_interval_start: pendulum.DateTime | None) -> str:
    """The date of the night as YYYY-MM-DD."""
    if params.get("date"):
        return params["date"]
    if data_interval_start is None:
        raise AirflowFailException("This run has no data interval: trigger it with the parameter date.")
    return data_interval_start.in_timezone(ZONE).to_date_string()


def options(*arguments: str) -> list[str]:
    """The same settings for every command."""
    conf_dir = os.environ.get("CREDENCE_CONF_DIR")
    return [*arguments, *(["--conf-dir", conf_dir] if conf_dir else [])]


def failure(exit_code: int, answer: dict[str, Any]) -> AirflowException:
    """Only what may pass by itself is worth a retry."""
    told = [answer[part] for part in ("problem", "cause", "remedy") if part in answer]
    text = f"Exit code {exit_code}. " + (". ".join(told) or "See the lines above.")
    return AirflowException(text) if exit_code in (STORAGE, BUSY) else AirflowFailException(text)


class Launched:
    """A command of the launcher, whose lines go to the log of the task."""

    def __init__(self, *arguments: str):
        line = [LAUNCHER, *options(*arguments), "--json"]
        self.process = subprocess.Popen(line, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def answer(self) -> tuple[int, dict[str, Any]]:
        """The exit code, and the JSON object that is the last line."""
        answer = {}
        for line in self.process.stdout:
            if line.startswith("{"):
                answer = json.loads(line)
            else:
                LOG.info(line.rstrip())
        return self.process.wait(), answer


class LauncherStage(BaseOperator):
    """Runs a stage by the launcher, here or on the cluster of CREDENCE_SUBMIT."""

    template_fields = ("arguments",)

    def __init__(self, *, arguments: list[str], **settings):
        super().__init__(**settings)
        self.arguments = arguments

    def execute(self, context):
        submit = ["submit", *shlex.split(SUBMIT)] if SUBMIT else []
        self.launched = Launched(*submit, *self.arguments)
        exit_code, answer = self.launched.answer()
        if exit_code:
            raise failure(exit_code, answer)
        tell(context, self.arguments, answer)
        return answer.get("status")

    def on_kill(self):
        self.launched.process.terminate()


class SparkStage(SparkSubmitOperator):
    """Runs a stage by SparkSubmitOperator; the launcher says which jars a distribution lacks."""

    def execute(self, context):
        stage = self.application_args[0]
        exit_code, answer = Launched("submit", stage, "--dry-run").answer()
        if exit_code:
            raise failure(exit_code, answer)
        line = answer["command_line"]
        self.jars = line[line.index("--jars") + 1]
        self.properties_file = line[line.index("--properties-file") + 1]
        self._java_class = line[line.index("--class") + 1]
        self.application = line[line.index("--jars") + 2]
        try:
            super().execute(context)
        except AirflowException as e:
            exit_code = re.search(r"Error code is: (\d+)", str(e))
            raise failure(int(exit_code[1]) if exit_code else 1, {}) from e
        tell(context, self.application_args, {})


def tell(context, arguments: list[str], answer: dict[str, Any]) -> None:
    """Those who wait on the cubes read night and edition from the event: several may come at once."""
    if arguments[0] == "cubes":
        date = arguments[arguments.index("--date") + 1]
        context["outlet_events"][CUBES].extra = {"date": date, "edition": answer.get("edition", "")}


def stage(name: str):
    """The task of one stage."""
    arguments = [name, "--date", "{{ night(params, data_interval_start) }}", "--run-id", "{{ run_id }}"]
    settings = {"task_id": name, "outlets": [CUBES] if name == "cubes" else []}
    if name == "ingest":
        settings["trigger_rule"] = TriggerRule.NONE_FAILED
    if SPARK_CONN:
        settings |= {"conn_id": SPARK_CONN, "deploy_mode": "client"}
        settings |= {"spark_binary": os.environ["SPARK_HOME"] + "/bin/spark-submit"}
        return SparkStage(application_args=options(*arguments), **settings)
    return LauncherStage(arguments=arguments, **settings)


@task.sensor(
    poke_interval=300,
    timeout=float(os.environ.get("CREDENCE_DROP_TIMEOUT", 6 * 3600)),
    mode="reschedule",
    soft_fail=True,
)
def drops(date: str) -> bool:
    """Waits until every daily source has delivered. After that the night runs with gaps, which it says."""
    exit_code, answer = Launched("ingest", "--plan", "--date", date).answer()
    if exit_code in (NOT_READY, STORAGE, BUSY):
        return False
    if exit_code:
        raise failure(exit_code, answer)
    return not answer.get("awaited")


@dag(
    dag_id="credence_nightly",
    schedule=CronDataIntervalTimetable(os.environ.get("CREDENCE_SCHEDULE", "0 3 * * *"), timezone=ZONE),
    start_date=pendulum.datetime(2010, 1, 1, tz=ZONE),
    catchup=False,
    max_active_runs=1,
    params={
        "date": Param(None, type=["null", "string"], format="date", description="The night, YYYY-MM-DD.")
    },
    user_defined_macros={"night": night},
    default_args={
        "retries": 5,
        "retry_delay": timedelta(seconds=float(os.environ.get("CREDENCE_RETRY_SECONDS", 300))),
        "retry_exponential_backoff": True,
    },
    doc_md=__doc__,
    tags=["credence"],
)
def credence_nightly():
    before = drops(date="{{ night(params, data_interval_start) }}")
    for name in STAGES:
        task_of_stage = stage(name)
        before >> task_of_stage
        before = task_of_stage


credence_nightly()
