# Builds what `make run` runs. /data holds the databases, /keys the master key: keep them on two volumes,
# so that no backup of the one holds the other.

FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /venv
COPY requirements.txt ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY cogs cogs
COPY config config
COPY rehearsal rehearsal
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home footing \
    && install --directory --owner footing --mode 0700 /data /keys
COPY --from=build /venv /venv
USER footing
WORKDIR /data
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite+aiosqlite:////data/equal-footing.db \
    ANONYMOUS_DATABASE_URL=sqlite+aiosqlite:////data/anonymous.db \
    KEY_FILE=/keys/master.key
VOLUME ["/data", "/keys"]
# A bot that hangs, or has been without Discord for some minutes, does not touch its file any more.
HEALTHCHECK --interval=1m --timeout=20s --start-period=2m --retries=3 CMD ["equal-footing", "healthy"]
ENTRYPOINT ["equal-footing"]
CMD ["run"]
