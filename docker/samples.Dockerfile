# The demo's shop, inbox and claims API, and the set-up of its tenant. From the root of the repository:
#   mvn -q -DskipTests -pl samples -am package && docker build -t external-tenants-samples -f docker/samples.Dockerfile samples
ARG JAVA_VERSION=17

FROM eclipse-temurin:${JAVA_VERSION}-jre
COPY target/lib /samples/lib
COPY target/classes /samples/classes
ENV XT_SAMPLES_BIND=0.0.0.0
USER 1000
EXPOSE 8081 8082 8083 8084
ENTRYPOINT ["java", "-cp", "/samples/classes:/samples/lib/*"]
CMD ["dev.externaltenants.samples.demo.DemoServices", "8080"]
