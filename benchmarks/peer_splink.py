"""splink 5 on DuckDB on a file of records: a line [id, id, probability] for each pair to which it gives 0.01 and more.

Run by `benchmarks.dedupe` in an environment of its own. The model is built as splink's tutorials build one: blocking by
parts of the title, the author and the day; Jaro-Winkler and exact levels; u by random sampling, m by expectation
maximisation.
"""

import json
import logging
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)


def main(file: str, memory: str, folder: str) -> None:
    """`memory`: GiB that DuckDB may take before it writes to disk, in `folder`."""
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{memory}GiB'")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute(f"SET temp_directory = '{folder}'")
    connection.execute(
        """
        CREATE TABLE records AS
        SELECT id AS unique_id, lower(title) AS title, substr(lower(title), 1, 14) AS beginning,
               substr(lower(title), -14) AS ending, substr(lower(title), 9, 14) AS middle,
               nullif(substr(lower(teaser), 1, 100), '') AS teaser,
               nullif(substr(lower(teaser), 1, 30), '') AS teaser_beginning,
               lower(string_split(authors[1], ' ')[-1]) AS author,
               try_cast(published AS DATE) AS published, nullif(publisher, '') AS publisher
        FROM read_json(?, format='newline_delimited', columns={id: 'VARCHAR', title: 'VARCHAR', teaser: 'VARCHAR',
             authors: 'VARCHAR[]', publisher: 'VARCHAR', published: 'VARCHAR'})
        """,
        [file],
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("beginning"),
            block_on("teaser_beginning"),
            block_on("author", "published"),
            block_on("ending"),
            block_on("middle"),
            block_on("publisher", "published"),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("title", [0.95, 0.88, 0.8]),
            cl.JaroWinklerAtThresholds("teaser", [0.95, 0.8]),
            cl.JaroWinklerAtThresholds("author", [0.9]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "published", input_is_string=False, metrics=["day", "month"], thresholds=[5, 2]
            ),
            cl.ExactMatch("publisher").configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(connection.table("records")), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("title")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (block_on("beginning"), block_on("author", "published")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01)
    table = found.physical_name
    out = sys.stdout
    reader = connection.execute(f"SELECT unique_id_l, unique_id_r, match_probability FROM {table}")
    while rows := reader.fetchmany(100_000):
        for row in rows:
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
