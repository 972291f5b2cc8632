FROM stand-in/debian
ENV LANG=C.UTF-8
