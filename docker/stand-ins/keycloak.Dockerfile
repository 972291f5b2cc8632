FROM stand-in/debian
ENV LANG=C.UTF-8 KC_RUN_IN_CONTAINER=true
COPY --chown=1000:0 . /opt/keycloak
RUN chmod -R g+rwX /opt/keycloak && mkdir -p /opt/keycloak/data && chown 1000:0 /opt/keycloak /opt/keycloak/data
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
