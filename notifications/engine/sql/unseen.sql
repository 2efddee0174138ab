-- Jobs that came to an end which whoever started them has not seen. An import comes to several: its version tells them apart.
unseen AS NOT MATERIALIZED (
    SELECT 'paperjob' AS subject_type, job.id AS subject_id, left(coalesce(nullif(job.file_name, ''), job.kind), 60) AS subject_ref,
           0 AS occurrence, job.asked_by_id AS starter_id, job.unseen_since
    FROM plans_paperjob job
    WHERE job.unseen_since IS NOT NULL
  UNION ALL
    SELECT 'importjob', job.id, left(job.file_name, 60), job.version, coalesce(job.imported_by_id, job.brought_by_id), job.unseen_since
    FROM plans_importjob job
    WHERE job.unseen_since IS NOT NULL
)
