# One image for web, worker, beat and migrate; which of them it is, the command says.
FROM python:3.11-slim
WORKDIR /app
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MALLOC_ARENA_MAX=2 DATA_DIR=/data STATIC_ROOT=/app/static-collected
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
# The key serves this one command and is not kept.
RUN SECRET_KEY=only-to-collect python manage.py collectstatic --noinput \
    && useradd --system --uid 1000 --home-dir /data tracker \
    && install -d -o tracker -m 0700 /data
USER tracker
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "tracker.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
