FROM stand-in/debian
ENV LANG=C.UTF-8 PGDATA=/var/lib/postgresql/data PATH=/usr/lib/postgresql/15/bin:$PATH
COPY postgres-entrypoint /usr/local/bin/docker-entrypoint.sh
RUN rm -rf "$PGDATA" && install -d -o postgres -m 700 "$PGDATA" && install -d -o postgres /var/run/postgresql
VOLUME /var/lib/postgresql/data
USER postgres
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
