# The image of the web, worker and migrate services: the pinned packages and the program, nothing to build with, no root.

FROM python:3.13-slim AS packages
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements.txt /tmp/requirements.txt
RUN /opt/venv/bin/pip install --requirement /tmp/requirements.txt

FROM python:3.13-slim
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONFAULTHANDLER=1
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin frontdoor
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
# Compiled here because the program may not write: its file system is read-only.
RUN python -m compileall -q bot dialogues integrations data
USER 10001
EXPOSE 8000
ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve"]
