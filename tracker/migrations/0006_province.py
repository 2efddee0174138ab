"""The province the site belongs to, written by its administrator instead of the environment."""

from django.db import migrations, models

import tracker.models.province


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0005_home_affairs_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Province",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "name",
                    models.CharField(
                        help_text="As papers write it, for example tỉnh Hậu Giang.",
                        max_length=80,
                        verbose_name="name of the province",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="Stands before the date: Hậu Giang, ngày …",
                        max_length=60,
                        verbose_name="place under papers",
                    ),
                ),
                (
                    "region",
                    models.CharField(
                        blank=True,
                        help_text="Where indices rank within a region, for example vùng Đồng bằng sông Cửu Long.",
                        max_length=80,
                        verbose_name="region",
                    ),
                ),
                (
                    "emblem",
                    models.FileField(
                        blank=True, upload_to=tracker.models.province.random_name, verbose_name="emblem"
                    ),
                ),
                ("emblem_type", models.CharField(blank=True, editable=False, max_length=20)),
                (
                    "goes_without_mail",
                    models.BooleanField(default=False, verbose_name="goes on without mail for now"),
                ),
            ],
            options={
                "verbose_name": "province",
                "verbose_name_plural": "province",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="province_is_one")
                ],
            },
        ),
    ]
