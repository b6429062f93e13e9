/**
 * The same question in every spelling: for each check what a careful reader of its title answers. A text without `FROM` stands
 * below `FROM debian:13`.
 */
export interface Variants {
  readonly check: string;
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly unknown?: readonly string[];
}

/** A command in the forms that run it in a build. */
const forms = (command: string): readonly string[] => [
  `RUN ${command}`,
  `run ${command}`,
  `RUN true && ${command}`,
  `RUN true; ${command}`,
  `RUN true || ${command}`,
  `RUN set -eux; \\\n  # a comment\n  true; \\\n  ${command}; \\\n  true`,
  `RUN --network=none ${command}`,
  `RUN --mount=type=bind,source=a,target=/a,ro true && ${command}`,
  `RUN ["sh", "-c", ${JSON.stringify(command)}]`,
  `RUN ["/bin/bash", "-eo", "pipefail", "-c", ${JSON.stringify(command)}]`,
  `RUN bash -lc ${JSON.stringify(command).replace(/\$/g, '\\$')}`,
  `RUN if [ -f /a ]; then ${command}; fi`,
  `RUN for i in 1 2; do ${command}; done`,
  `RUN (${command})`,
  `RUN { ${command}; }`,
  `RUN <<EOF\nset -e\n${command}\nEOF`,
  `RUN <<-'EOF'\n\tset -e\n\t${command}\n\tEOF`,
  `RUN bash <<EOF\n${command}\nEOF`,
  `RUN DEBIAN_FRONTEND=noninteractive LC_ALL=C ${command}`,
  `RUN env LC_ALL=C ${command}`,
  `RUN time nice -n 5 ${command}`,
  `RUN x=$(${command})`,
  `RUN /usr/bin/${command}`,
  `ONBUILD RUN ${command}`,
  `SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN ${command}`,
  `# escape=\`\nFROM debian:13\nRUN true; \`\n  ${command}`,
  `FROM debian:13 AS a\nRUN ${command}\nFROM a\nRUN true`,
  `ARG TOOL=${command.split(' ')[0] ?? ''}\nRUN $TOOL ${command.split(' ').slice(1).join(' ')}`,
  `RUN f() { ${command}; } && f`,
  `RUN ! ${command}`,
  `RUN timeout 5 ${command} | cat`,
];

/** A command that says the same but does not run. */
const quiet = (command: string): readonly string[] => [`RUN echo ${JSON.stringify(command).replace(/\$/g, '\\$')}`, `# RUN ${command}`, `RUN true \\\n# ${command}\n && true`, `RUN true # ${command}`, `RUN cat > /usr/share/doc/a <<EOF\n${command}\nEOF`, `LABEL how=${JSON.stringify(command)}`, `CMD ["true", ${JSON.stringify(command)}]`];

const d = 'container-dockerfile-';
export const variants: readonly Variants[] = [
  {
    check: `${d}curl-tls`,
    bad: [...forms('curl -k https://a.example/x'), ...['curl --insecure x', 'curl -sSLk x', 'curl -fk x', 'curl x -k', 'curl -o a -k x', 'curl -sSfLko a x', 'sudo curl -k x', 'curl --proxy-insecure x', 'echo insecure >> ~/.curlrc'].map((c) => `RUN ${c}`)],
    good: [...forms('curl -fsSL https://a.example/x'), ...quiet('curl -k https://a.example/x'), ...['curl -o k x', 'curl -H k x', 'curl -oka x', 'curl -ubob:k x', 'curl --keepalive-time 5 x', 'curl --cacert /k x', 'apt-get install -y curl -k', 'curl -d -k=1 x', 'curl --no-insecure x', 'curl -L https://a.example/-k'].slice(0, 6).map((c) => `RUN ${c}`)],
    unknown: ['ARG CURL_OPTIONS\nRUN curl $CURL_OPTIONS https://a.example/x', 'ARG TOOL\nRUN $TOOL -k https://a.example/x', 'SHELL ["powershell", "-Command"]\nRUN curl -k x'],
  },
  {
    check: `${d}wget-tls`,
    bad: [...forms('wget --no-check-certificate https://a.example/x'), 'RUN wget -q https://a.example/x --no-check-certificate -O a', 'RUN wget -qO- --no-check-certificate x | tar xz', 'RUN echo "check_certificate = off" >> ~/.wgetrc', 'RUN busybox wget --no-check-certificate x', 'RUN wget --check-certificate=off x', 'RUN wget --no-check-cert x'],
    good: [...forms('wget -q https://a.example/x'), ...quiet('wget --no-check-certificate x'), 'RUN wget --check-certificate x'],
    unknown: ['ARG WGET_FLAGS\nRUN wget $WGET_FLAGS https://a.example/x'],
  },
  {
    check: `${d}pip-tls`,
    bad: [
      ...forms('pip install --trusted-host pypi.example.com requests'),
      ...['pip3 install --trusted-host=a b', 'pip3.12 install b --trusted-host a', 'pip --trusted-host a install b', 'python -m pip install --trusted-host a b', 'python3 -u -m pip install --trusted-host a b', 'python3.13 -m pip --trusted-host a install b', 'pip download --trusted-host a b', 'pip config set global.trusted-host a', 'pip config --global set install.trusted-host a', '/opt/venv/bin/pip install --trusted-host a b', 'uv pip install --allow-insecure-host a b', 'pip wheel -r r.txt --trusted-host a'].map((c) => `RUN ${c}`),
      'RUN $VIRTUAL_ENV/bin/pip install --trusted-host a b',
      'ENV PIP_TRUSTED_HOST=a',
      'ENV PIP_TRUSTED_HOST "a b"',
      'ARG PIP_TRUSTED_HOST=a',
      'RUN PIP_TRUSTED_HOST=a pip install b',
      'RUN export PIP_TRUSTED_HOST=a; pip install b',
      'RUN printf "[global]\\ntrusted-host = a\\n" > /etc/pip.conf',
      'ENV PIP_INDEX_URL=x PIP_TRUSTED_HOST=a',
    ],
    good: [...forms('pip install requests'), ...quiet('pip install --trusted-host a b'), 'RUN pip install --index-url "https://trusted-host.example/" b', 'ENV PIP_NO_CACHE_DIR=1', 'ENV PIP_TRUSTED_HOST=', 'RUN pip config set global.index-url https://a.example'],
    unknown: ['ARG PIP_TRUSTED_HOST\nRUN pip install b', 'ARG PIP_OPTS\nRUN pip install $PIP_OPTS b'],
  },
  {
    check: `${d}python-tls`,
    bad: ['ENV PYTHONHTTPSVERIFY=0', 'ENV PYTHONHTTPSVERIFY 0', 'ENV PYTHONHTTPSVERIFY="0"', "ENV PYTHONHTTPSVERIFY='0'", 'env PYTHONHTTPSVERIFY=0', 'ENV A=b \\\n    PYTHONHTTPSVERIFY=0 \\\n    C=d', 'ARG PYTHONHTTPSVERIFY=0', 'RUN PYTHONHTTPSVERIFY=0 python a.py', 'RUN export PYTHONHTTPSVERIFY=0 && python a.py', 'RUN env PYTHONHTTPSVERIFY=0 python a.py', 'RUN sh -c "PYTHONHTTPSVERIFY=0 python a.py"', 'RUN export A=b PYTHONHTTPSVERIFY="0"', 'RUN echo "export PYTHONHTTPSVERIFY=0" >> /etc/profile', 'RUN sudo PYTHONHTTPSVERIFY=0 python a.py', 'RUN set -a; PYTHONHTTPSVERIFY=0; python a.py', 'RUN <<EOF\nexport PYTHONHTTPSVERIFY=0\npython a.py\nEOF', 'ARG OFF=0\nENV PYTHONHTTPSVERIFY=$OFF', 'ONBUILD ENV PYTHONHTTPSVERIFY=0', 'FROM debian:13 AS a\nENV PYTHONHTTPSVERIFY=0\nFROM debian:13\nCOPY --from=a /x /x'],
    good: ['ENV PYTHONHTTPSVERIFY=1', 'RUN PYTHONHTTPSVERIFY=1 python a.py', 'ENV OTHER=PYTHONHTTPSVERIFY=0', '# ENV PYTHONHTTPSVERIFY=0', 'RUN echo PYTHONHTTPSVERIFY=0', 'ENV MY_PYTHONHTTPSVERIFY=0', 'RUN unset PYTHONHTTPSVERIFY'],
    unknown: ['ARG PYTHONHTTPSVERIFY', 'ARG V\nENV PYTHONHTTPSVERIFY=$V'],
  },
  {
    check: `${d}node-tls`,
    bad: ['ENV NODE_TLS_REJECT_UNAUTHORIZED=0', 'ENV NODE_TLS_REJECT_UNAUTHORIZED "0"', 'ARG NODE_TLS_REJECT_UNAUTHORIZED=0', 'RUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci', 'RUN export NODE_TLS_REJECT_UNAUTHORIZED=0 && npm ci', 'RUN cd /a && NODE_TLS_REJECT_UNAUTHORIZED=0 yarn', 'RUN ["env", "NODE_TLS_REJECT_UNAUTHORIZED=0", "npm", "ci"]', 'RUN npx cross-env NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js', 'RUN bash -c "export NODE_TLS_REJECT_UNAUTHORIZED=0; npm ci"'],
    good: ['ENV NODE_TLS_REJECT_UNAUTHORIZED=1', 'RUN npm ci', 'ENV NODE_ENV=0', 'RUN echo NODE_TLS_REJECT_UNAUTHORIZED=0'],
    unknown: ['ARG NODE_TLS_REJECT_UNAUTHORIZED'],
  },
  {
    check: `${d}npm-tls`,
    bad: [
      ...forms('npm config set strict-ssl false'),
      ...['npm config set strict-ssl=false', 'npm set strict-ssl false', 'npm c set strict-ssl false', 'npm config set strict-ssl false -g', 'npm config -g set strict-ssl false', 'npm config set "strict-ssl" false', 'npm config set strict-ssl "false"', 'yarn config set strict-ssl false', 'yarn config set strict-ssl false -g', 'yarn config set enableStrictSsl false', 'pnpm config set strict-ssl false', 'npm install --strict-ssl=false', 'npm install --no-strict-ssl', 'npm --strict-ssl false install', 'echo "strict-ssl=false" >> .npmrc', 'npm config set registry=x strict-ssl=false'].map((c) => `RUN ${c}`),
      'ENV NPM_CONFIG_STRICT_SSL=false',
      'ENV npm_config_strict_ssl=false',
      'ENV NPM_CONFIG_STRICT_SSL false',
      'ARG NPM_CONFIG_STRICT_SSL=false',
      'RUN NPM_CONFIG_STRICT_SSL=false npm ci',
      'RUN export NPM_CONFIG_STRICT_SSL=false; npm ci',
      'ENV A=b NPM_CONFIG_STRICT_SSL="false"',
    ],
    good: [...forms('npm config set strict-ssl true'), ...quiet('npm config set strict-ssl false'), 'RUN npm config get strict-ssl', 'RUN npm config delete strict-ssl', 'ENV NPM_CONFIG_STRICT_SSL=true', 'RUN npm ci', 'RUN yarn config set strict-ssl true'],
    unknown: ['ARG NPM_CONFIG_STRICT_SSL', 'ARG V\nRUN npm config set strict-ssl $V'],
  },
  {
    check: `${d}git-tls`,
    bad: ['ENV GIT_SSL_NO_VERIFY=1', 'ENV GIT_SSL_NO_VERIFY true', 'ENV GIT_SSL_NO_VERIFY=0', 'ARG GIT_SSL_NO_VERIFY=1', 'RUN GIT_SSL_NO_VERIFY=1 git clone x', 'RUN export GIT_SSL_NO_VERIFY=1', 'RUN env GIT_SSL_NO_VERIFY=1 git clone x', 'RUN git config --global http.sslVerify false', 'RUN git -c http.sslVerify=false clone x', 'RUN git config http.https://a.example.sslVerify false', 'RUN git config --global http.sslverify "false"', 'RUN cd a && GIT_SSL_NO_VERIFY=true git pull'],
    good: ['RUN git clone https://a.example/x', 'RUN git config --global http.sslVerify true', 'ENV GIT_SSL_CAINFO=/a', '# ENV GIT_SSL_NO_VERIFY=1', 'RUN git config --global user.name GIT_SSL_NO_VERIFY'],
  },
  {
    check: `${d}yum-tls`,
    bad: ['RUN yum-config-manager --setopt=sslverify=false --save', 'RUN dnf config-manager --setopt=sslverify=0 --save', 'RUN dnf config-manager --save --setopt "*.sslverify=False"', 'RUN yum --setopt sslverify=no install -y a', 'RUN dnf -y install --setopt=sslverify=0 a', 'RUN echo "sslverify=false" >> /etc/yum.conf', 'RUN echo sslverify=0 >> /etc/dnf/dnf.conf', 'RUN sed -i "s/sslverify=1/sslverify=0/" /etc/yum.repos.d/a.repo', 'RUN dnf5 config-manager setopt sslverify=0', 'RUN tdnf --setopt=sslverify=0 install -y a'],
    good: ['RUN dnf config-manager --setopt=sslverify=1 --save', 'RUN yum install -y a', 'RUN echo "sslverify=true" >> /etc/yum.conf', 'RUN echo "sslverify=0"'],
  },
  {
    check: `${d}apk-signatures`,
    bad: [...forms('apk add --allow-untrusted a.apk'), 'RUN apk --allow-untrusted add a', 'RUN apk add --no-cache a --allow-untrusted', 'RUN apk -U --no-cache --allow-untrusted --repository https://a.example/x add a'],
    good: [...forms('apk add --no-cache a'), ...quiet('apk add --allow-untrusted a')],
    unknown: ['ARG APK_FLAGS\nRUN apk add $APK_FLAGS a'],
  },
  {
    check: `${d}apt-signatures`,
    bad: [...forms('apt-get install -y --allow-unauthenticated a'), ...forms('apt-get --force-yes install a'), ...['apt-get -y --allow-unauthenticated install a', 'apt-get install a --force-yes -y', 'apt install --allow-unauthenticated a', 'apt-get -o APT::Get::AllowUnauthenticated=true install a', 'apt-get -oAPT::Get::AllowUnauthenticated=1 install a', 'apt-get update --allow-insecure-repositories', 'apt-get -y --force-yes upgrade', 'apt-get install -y --allow-unauthenticated=true a', 'echo "APT::Get::AllowUnauthenticated \\"true\\";" > /etc/apt/apt.conf.d/99a', 'echo "deb [arch=amd64 trusted=yes] https://a.example ./" >> /etc/apt/sources.list'].map((c) => `RUN ${c}`)],
    good: [...forms('apt-get install -y a'), ...quiet('apt-get install -y --force-yes a'), 'RUN apt-get install -y --allow-downgrades a', 'RUN apt-get install -y --allow-unauthenticated=false a'],
    unknown: ['ARG APT_OPTS\nRUN apt-get install $APT_OPTS a'],
  },
  {
    check: `${d}rpm-signatures`,
    bad: [...forms('yum install -y --nogpgcheck a'), ...forms('rpm -i --nosignature a.rpm'), ...['dnf --nogpgcheck -y install a', 'tdnf install -y a --nogpgcheck', 'microdnf install --nogpgcheck a', 'yum localinstall a --nogpgcheck -y', 'dnf install -y --no-gpgchecks a', 'yum --setopt=gpgcheck=0 install a', 'rpm -ivh --nodigest a', 'rpm --noverify -i a', 'rpm -U --nofiledigest a', 'rpm --nofiledigests -U a', 'dnf install --setopt=*.gpgcheck=0 a', 'zypper --no-gpg-checks in a', 'echo gpgcheck=0 >> /etc/yum.conf'].map((c) => `RUN ${c}`)],
    good: [...forms('dnf install -y a'), ...forms('rpm -i a.rpm'), ...quiet('yum install --nogpgcheck a'), 'RUN rpm --import key', 'RUN yum install -y gpgcheck', 'RUN rpm -K a.rpm'],
    unknown: ['ARG YUM_OPTS\nRUN yum install $YUM_OPTS a'],
  },
  {
    check: `${d}no-sudo`,
    bad: [...forms('sudo apt-get update'), 'RUN sudo -E -u root true', 'RUN sudo', 'RUN ["sudo", "true"]', 'RUN echo a | sudo tee /b', 'RUN find / -exec sudo rm {} +', 'RUN xargs sudo rm'],
    good: [...quiet('sudo true'), 'RUN apt-get install -y sudo', 'RUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app', 'RUN adduser app sudo', 'RUN usermod -aG sudo app', 'ENV CMD=sudo', 'RUN which sudo', 'RUN /opt/sudoku'],
    unknown: ['ARG SUDO\nRUN ${SUDO} true'],
  },
  {
    check: `${d}no-chpasswd`,
    bad: ["RUN echo 'root:a' | chpasswd", 'RUN echo "root:${P}" | chpasswd', 'RUN printf "a:b" | chpasswd -e', 'RUN useradd a && echo a:b | sudo chpasswd', 'RUN chpasswd <<EOF\na:b\nEOF', 'RUN chpasswd <<< "a:b"', 'RUN /usr/sbin/chpasswd < f', 'RUN ["sh", "-c", "echo a:b | chpasswd"]', 'RUN useradd -p x a', 'RUN usermod --password x a', 'RUN echo b | passwd --stdin a', "RUN echo 'a:b' |chpasswd"],
    good: [...quiet('chpasswd'), 'RUN useradd -r a', 'RUN passwd -l root', 'RUN usermod -aG p a', 'RUN useradd --no-create-home a', 'RUN apt-get install -y chpasswd-doc'],
  },
  {
    check: `${d}no-ssh-port`,
    bad: ['EXPOSE 22', 'expose 22', 'EXPOSE 22/tcp', 'EXPOSE 80 22 443', 'EXPOSE 80 \\\n  22', 'EXPOSE "22"', 'ARG P=22\nEXPOSE $P', 'ENV P 22\nEXPOSE ${P}/tcp', 'EXPOSE 20-25', 'EXPOSE ${P:-22}', 'FROM debian:13 AS a\nEXPOSE 22\nFROM a', 'ONBUILD EXPOSE 22', 'EXPOSE 22/TCP'],
    good: ['EXPOSE 2222', 'EXPOSE 220 122 8022', 'EXPOSE 22/udp', '# EXPOSE 22', 'ENV PORT=22', 'EXPOSE 8080', 'RUN echo EXPOSE 22', 'EXPOSE 23-30'],
    unknown: ['ARG P\nEXPOSE $P', 'EXPOSE $PORT'],
  },
  {
    check: `${d}exposed-ports-valid`,
    bad: ['EXPOSE 65536', 'EXPOSE 65536/tcp', 'EXPOSE 80 70000', 'EXPOSE 99999-100000', 'ARG P=65536\nEXPOSE $P', 'EXPOSE 8080 \\\n 655351', 'EXPOSE "65536"', 'EXPOSE 65000-65536/udp'],
    good: ['EXPOSE 65535', 'EXPOSE 0', 'EXPOSE 80/tcp 443/udp', 'ENV A=70000', 'EXPOSE 8000-9000', 'ARG P=80\nEXPOSE $P'],
    unknown: ['ARG P\nEXPOSE $P', 'EXPOSE $PORT/tcp'],
  },
  {
    check: `${d}workdir-absolute`,
    bad: ['WORKDIR app', 'WORKDIR ./app', 'workdir app', 'WORKDIR ..', 'WORKDIR "app"', 'WORKDIR app/$X', 'ENV A=app\nWORKDIR $A', 'WORKDIR /a\nWORKDIR b', "WORKDIR 'path/to'"],
    good: ['WORKDIR /app', 'WORKDIR "/app"', 'WORKDIR C:\\\\app', '# escape=`\nFROM debian:13\nWORKDIR C:\\app', 'WORKDIR c:/app', 'WORKDIR /app/$X', 'ENV A=/app\nWORKDIR ${A}', 'ARG A=/app\nWORKDIR $A/b', '# WORKDIR app', 'WORKDIR $HOME', 'WORKDIR ~/x'].slice(0, 9),
    unknown: ['ARG A\nWORKDIR $A', 'WORKDIR ${APP_HOME}/x'],
  },
  {
    check: `${d}workdir-not-system`,
    bad: ['WORKDIR /etc', 'WORKDIR /etc/', 'WORKDIR /etc/nginx', 'WORKDIR "/usr/bin"', 'WORKDIR /proc/self/fd/8', 'WORKDIR /sys', 'WORKDIR /dev', 'WORKDIR /bin', 'WORKDIR /sbin', 'WORKDIR /lib', 'WORKDIR /lib64', 'WORKDIR /boot', 'WORKDIR /usr/sbin', 'WORKDIR /usr/lib', 'WORKDIR /etc\nWORKDIR nginx', 'WORKDIR /app/../etc', 'WORKDIR //etc', 'ARG A=/etc\nWORKDIR $A', 'WORKDIR /usr/local/bin', 'WORKDIR /usr', 'WORKDIR /var', 'workdir /etc', 'FROM debian:13 AS a\nWORKDIR /etc\nFROM a\nWORKDIR ssl'],
    good: ['WORKDIR /app', 'WORKDIR /usr/src/app', 'WORKDIR /usr/share/nginx/html', 'WORKDIR /var/www', 'WORKDIR /opt/etc', 'WORKDIR /home/etc', 'WORKDIR /etcd', 'WORKDIR /srv', 'WORKDIR /root', 'WORKDIR etc', 'WORKDIR /tmp', 'WORKDIR /devel', 'WORKDIR /var/lib/app', 'WORKDIR /usr/local/app', 'WORKDIR /etc/../app'],
    unknown: ['ARG A\nWORKDIR $A', 'WORKDIR /$A'],
  },
  {
    check: `${d}copy-not-add`,
    bad: ['ADD a /a', 'add a /a', 'ADD . /app', 'ADD ["a", "/a"]', 'ADD --chown=app:app a b /c/', 'ADD a.jar /a', 'ADD a.zip /a', 'ADD https://a.example/x /x', 'ONBUILD ADD . /app', 'ARG F=a\nADD $F /a', 'ADD a.tar.gz b /c/', 'ADD \\\n  # why\n  a /a', 'FROM debian:13 AS a\nADD a /a\nFROM debian:13\nCOPY --from=a /a /a', 'ADD https://github.com/a/b.git /b'],
    good: ['COPY a /a', 'ADD rootfs.tar.xz /', 'ADD "/target/resources.tar.gz" "target"', 'ADD ["a.tgz", "/"]', 'ADD a.tar b.tar.bz2 /', '# ADD a /a', 'RUN echo ADD a /a', 'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a.example/x /x', 'ADD file:8b8864b3e02a33a579dc216fd51b28a6047bc8eeaa03045b258980fe0cf7fcb3 in /', 'ADD multi:8b8864b3e02a33a579dc216fd51b28a6047bc8eeaa03045b258980fe0cf7fcb3 in / ', 'ARG V=1\nADD a-$V.tar.gz /', 'ARG V\nADD a-$V.tar.gz /'].slice(0, 11),
    unknown: ['ARG F\nADD $F /a'],
  },
  {
    check: `${d}copy-into-folder`,
    bad: ['COPY a b c', 'COPY a b /c', 'copy a b c', 'COPY ["a", "b", "c"]', 'COPY --chown=x a b /c', 'COPY --from=0 /a /b /c', 'COPY a \\\n b \\\n c', 'ONBUILD COPY a b c', 'ARG D=/c\nCOPY a b $D', 'COPY package.json yarn.lock my_app', 'COPY <<a <<b /c\n1\na\n2\nb'],
    good: ['COPY a b', 'COPY a b c/', 'COPY a b ./', 'COPY a b .', 'COPY ["a", "b", "/c/"]', 'COPY --chown=x --chmod=0644 a b', 'COPY --from=0 /a /b', 'COPY <<a <<b /c/\n1\na\n2\nb', 'COPY <<a /c\n1\na', 'ARG D=/c/\nCOPY a b $D', 'COPY a b "/c/"', 'ADD a b /c/', 'COPY a b $D/'],
    unknown: ['ARG D\nCOPY a b $D'],
  },
  {
    check: `${d}no-cd`,
    bad: ['RUN cd /a', 'run cd /a', 'RUN cd /a && make', 'RUN cd /a; make', 'RUN cd a && make', 'RUN set -e && cd /a && make', 'RUN apk add --no-cache git && cd /opt', 'RUN \\\n  cd /a && \\\n  make', 'RUN <<EOF\ncd /a\nmake\nEOF', 'ONBUILD RUN cd /a && make', 'RUN mkdir -p /a && cd /a && make', 'RUN apt-get update && cd /a && make', 'SHELL ["/bin/bash", "-c"]\nRUN cd /a'],
    good: ['WORKDIR /a\nRUN make', 'RUN git clone x a && cd a && make', 'RUN curl x | tar xz && cd a && make', 'RUN curl x | tar xz -C /usr/src && cd /usr/src/a && make', 'RUN git clone x /opt/a && cd /opt/a && make && make install', 'RUN cdrecord a', 'RUN echo cd /a', '# RUN cd /a', 'RUN make -C /a', 'CMD cd /a && ./b', 'ENTRYPOINT ["sh", "-c", "cd /a && ./b"]', 'RUN abcd /a'],
  },
  {
    check: `${d}update-not-alone`,
    bad: ['RUN apt-get update', 'run apt-get update', 'RUN apt-get update -y', 'RUN apt-get -qq update', 'RUN apt update', 'RUN apk update', 'RUN yum update', 'RUN yum -y update', 'RUN dnf makecache', 'RUN zypper refresh', 'RUN apt-get update && apt-get clean', 'RUN apt-get update\nRUN apt-get install -y a', 'RUN apt-get update && echo install', 'RUN ["apt-get", "update"]', 'RUN bash -c "apt-get update"', 'RUN <<EOF\napt-get update\nEOF', 'RUN sudo apt-get update', 'RUN DEBIAN_FRONTEND=noninteractive apt-get update', 'RUN apt-get install -y a && apt-get update', 'RUN apt-get update && apk add a', 'RUN /usr/bin/apt-get update', 'RUN apt-get update \\\n # apt-get install a\n && true', 'RUN microdnf update', 'RUN pacman -Sy', 'RUN apt-get update && pip install a', 'ONBUILD RUN apt-get update'],
    good: ['RUN apt-get update && apt-get install -y a', 'RUN apt-get update; apt-get install -y a', 'RUN apt-get update \\\n && apt-get install -y \\\n a', 'RUN apt update && apt-get install -y a', 'RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y a', 'RUN apk update && apk add a', 'RUN apk add --update a', 'RUN yum update -y && yum install -y a', 'RUN yum install -y a && yum update -y', 'RUN dnf -y update && dnf -y install a', 'RUN zypper refresh && zypper install -y a', 'RUN apt-get update && apt-get upgrade -y', 'RUN set -ex; apt-get update; if true; then apt-get install -y a; fi', 'RUN <<EOF\napt-get update\napt-get install -y a\nEOF', 'RUN bash -c "apt-get update && apt-get install -y a"', 'RUN apt-get update && sudo apt-get install -y a', 'RUN npm update', 'RUN echo apt-get update', '# RUN apt-get update', 'RUN update-alternatives --all', 'RUN update-ca-certificates', 'RUN apt-get update && apt-get build-dep -y a', 'RUN yum groupinstall -y a && yum update -y', 'RUN pacman -Syu --noconfirm a'],
  },
  {
    check: `${d}package-caches-cleaned`,
    bad: ['RUN dnf install -y a', 'RUN dnf -y install a', 'RUN dnf install -y a\nRUN dnf clean all', 'RUN dnf clean all && dnf install -y a', 'RUN dnf update -y', 'RUN dnf install -y a && dnf clean metadata', 'RUN zypper install -y a', 'RUN zypper in a', 'RUN zypper --non-interactive install a', 'RUN zypper -n up', 'RUN zypper patch -y', 'RUN zypper clean && zypper in a', 'RUN microdnf install a', 'RUN yum install a', 'RUN apk add a', 'RUN apk --update add a', 'RUN apk add --update --virtual .b a', 'RUN apt-get update && apt-get install -y a', 'RUN ["dnf", "install", "-y", "a"]', 'RUN bash -c "dnf install -y a"', 'RUN <<EOF\ndnf install -y a\nEOF', 'RUN sudo dnf install a', 'RUN if true; then dnf install -y a; fi', 'RUN dnf install -y a && dnf clean all && dnf install -y b', 'RUN apt-get update\nRUN apt-get install -y a && rm -rf /var/lib/apt/lists/*', 'RUN dnf groupinstall -y a', 'RUN dnf5 install -y a', 'RUN dnf reinstall a', 'RUN /usr/bin/dnf install a', 'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/partial', 'ONBUILD RUN dnf install a', 'RUN tdnf install -y a'],
    good: ['RUN dnf install -y a && dnf clean all', 'RUN dnf install -y a && dnf -y clean all', 'RUN dnf install -y a && dnf clean -y all', 'RUN dnf install -y a; dnf clean all', 'RUN dnf install -y a && rm -rf /var/cache/dnf', 'RUN dnf install -y a && rm -rf /var/cache/*', 'RUN dnf install -y a && rm -rf /var/cache', 'RUN dnf install -y a && rm -fr /var/cache/dnf/* /tmp/*', 'RUN dnf install -y a \\\n && dnf install -y b \\\n && dnf clean all', 'RUN dnf install a && sudo dnf clean all', 'RUN zypper in a && zypper clean', 'RUN zypper in a && zypper clean --all', 'RUN zypper in a && zypper cc -a', 'RUN zypper -n in a && zypper -n clean -a', 'RUN yum install a && yum clean all', 'RUN microdnf install a && microdnf clean all', 'RUN apk add --no-cache a', 'RUN apk --no-cache add a', 'RUN apk add a --no-cache', 'RUN apk add --no-cache --virtual .b a', 'RUN apk add a && rm -rf /var/cache/apk/*', 'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*', 'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists', 'RUN apt-get update && apt-get install -y a && rm -rf /var/lib/{apt,dpkg,cache,log}/', 'RUN apt-get update && apt-get install -y a && find /var/lib/apt/lists -type f -delete', 'RUN --mount=type=cache,target=/var/cache/dnf dnf install -y a', 'RUN --mount=type=cache,target=/var/cache/apk apk add a', 'RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y a', 'RUN dnf remove -y a', 'RUN dnf --version', 'RUN apk del a', 'FROM debian:13 AS b\nRUN dnf install -y a\nFROM debian:13\nCOPY --from=b /a /a', 'RUN echo dnf install a', 'RUN apt-get install -y a; apt-get clean; rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*', '# RUN dnf install a', 'RUN dnf config-manager --add-repo x', 'RUN zypper addrepo x y', 'RUN dnf install -y a && yum clean all', 'RUN dnf5 install -y a && dnf5 clean all', 'RUN apk add a && apk cache purge && rm -rf /var/cache/apk', 'RUN rpm -i a'],
  },
  {
    check: `${d}no-dist-upgrade`,
    bad: [...forms('apt-get dist-upgrade'), 'RUN apt-get -y dist-upgrade', 'RUN apt-get update && apt-get -qqy dist-upgrade', 'RUN apt dist-upgrade', 'RUN apt full-upgrade -y', 'RUN apt-get -o A=b dist-upgrade', 'RUN aptitude dist-upgrade'],
    good: [...quiet('apt-get dist-upgrade'), 'RUN apt-get upgrade', 'RUN apt-get install -y dist-upgrade', 'RUN echo dist-upgrade'],
  },
  {
    check: `${d}stage-names-unique`,
    bad: ['FROM debian:13 AS a\nFROM debian:13 AS a', 'FROM debian:13 as a\nFROM debian:13 AS A', 'FROM debian:13 AS a\nFROM debian:13 AS b\nFROM debian:12 AS a', 'from debian:13 as a\nfrom debian:13 as a', 'FROM --platform=linux/amd64 debian:13 AS a\nFROM debian:13 AS a'],
    good: ['FROM debian:13 AS a\nFROM debian:13 AS b', 'FROM debian:13\nFROM debian:13', 'FROM debian:13 AS a\nFROM a AS b', 'FROM debian:13 AS a\n# FROM debian:13 AS a'],
  },
  {
    check: `${d}base-image-tagged`,
    bad: ['FROM debian', 'FROM debian:latest', 'from debian', 'FROM --platform=linux/amd64 debian', 'FROM debian AS a', 'FROM registry.example:5000/a', 'FROM registry.example/a/b:latest', 'ARG V=latest\nFROM debian:$V', 'ARG V=latest\nFROM debian:${V}', 'ARG I=debian\nFROM $I', 'FROM debian:13 AS a\nFROM debian', 'FROM "debian"', 'ARG V\nFROM debian:${V:-latest}', 'FROM debian:LATEST', 'FROM debian:', 'FROM debian AS debian\nFROM debian:12'].slice(0, 13),
    good: ['FROM debian:13', 'FROM debian@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1', 'FROM debian:latest@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1', 'FROM scratch', 'FROM debian:13 AS a\nFROM a', 'FROM debian:13 AS A\nFROM a', 'ARG V=13\nFROM debian:$V', 'ARG V\nFROM debian:${V:-13}', 'FROM registry.example:5000/a:1', 'ARG I=debian:13\nFROM ${I}', 'FROM debian:latest-slim', 'FROM debian:13 AS latest', '# FROM debian\nFROM debian:13', 'FROM debian:13 AS a\nARG X=a\nFROM a', 'ARG R=r.example\nFROM $R/a:1', 'ARG R\nFROM $R/a:1'],
    unknown: ['ARG V\nFROM debian:$V', 'ARG I\nFROM $I'],
  },
  {
    check: `${d}user-not-root`,
    bad: ['USER root', 'USER 0', 'USER 0:0', 'USER root:root', 'USER root:app', 'user root', 'USER app\nUSER root', 'USER "root"', 'ARG U=root\nUSER $U', 'USER ${U:-root}', 'FROM debian:13 AS a\nUSER app\nFROM debian:13', 'FROM debian:13 AS a\nUSER root\nFROM a', 'RUN true', 'ONBUILD USER app', 'USER 00'],
    good: ['USER app', 'USER 1000', 'USER 1000:0', 'USER root\nUSER app', 'USER app:root', 'FROM debian:13 AS a\nUSER root\nFROM debian:13\nUSER app', 'FROM debian:13 AS a\nUSER app\nFROM a', 'ARG U=app\nUSER $U', 'USER "app"', 'FROM gcr.io/distroless/static:nonroot', 'USER $U:root\nUSER 65532', 'FROM debian:13 AS a\nUSER app\nFROM a\n# USER root', 'FROM debian:13 AS a\nUSER root\nRUN true\nUSER app\nFROM a AS b\nRUN true'],
    unknown: ['ARG U\nUSER $U', 'FROM registry.example/a:1'],
  },
  {
    check: `${d}user-set`,
    bad: ['RUN true', '# USER app', 'RUN useradd app', 'ONBUILD USER app'],
    good: ['USER app', 'user app', 'USER root', 'FROM debian:13 AS a\nUSER app\nFROM a', 'USER $U'],
  },
  {
    check: `${d}no-secret-variables`,
    bad: ['ENV DB_PASSWORD=correct-horse', 'ENV DB_PASSWORD correct-horse', 'ARG GITHUB_TOKEN', 'ARG NPM_TOKEN\nENV NPM_TOKEN=$NPM_TOKEN', 'ENV AWS_SECRET_ACCESS_KEY=abcdefabcdefabcdef', 'ARG AWS_ACCESS_KEY_ID', 'ARG AWS_SECRET_ACCESS_KEY=x', 'env github_token=abcdef', 'ENV A=b SECRET_KEY="abcdef123"', 'ARG password', 'ENV API_KEY=abc123def', 'ENV apiKey=abc123def', 'ENV MYSQL_ROOT_PASSWORD=root', 'FROM debian:13 AS a\nARG SSH_PRIVATE_KEY\nFROM debian:13', 'ARG DOCKER_PASSWORD=hunter2', 'ENV HEROKU_API_KEY=$KEY', 'ONBUILD ARG TOKEN', 'ENV JWT_SECRET=s3cr3tvalue', 'ARG OPENAI_API_KEY', 'ENV SLACK_TOKEN xoxb', 'ARG PASSWORD=secret ARG2=x', 'ENV DATABASE_URL=postgres://app:hunter2secret@db/app', 'ENV SECRETKEY=abcdef1234', 'ENV PASSPHRASE=abcdef'],
    good: ['ENV PATH=/a', 'ENV PASSWORD_FILE=/run/secrets/p', 'ENV DB_PASSWORD_FILE=/run/secrets/p', 'ARG SECRET_NAME=app/db', 'ENV GOOGLE_APPLICATION_CREDENTIALS=/run/secrets/g.json', 'ENV TOKENIZERS_PARALLELISM=false', 'ENV MYSQL_ALLOW_EMPTY_PASSWORD=yes', 'ENV DB_PASSWORD=', 'ENV DB_PASSWORD=""', 'RUN --mount=type=secret,id=token,env=TOKEN curl x', 'ARG VERSION', 'ENV PASSWORD_MIN_LENGTH=12', 'ENV TOKEN_URL=https://a.example/token', 'ENV KEYCLOAK_VERSION=26', 'ENV SECRETS_DIR=/s', 'ENV MONKEY=abcdef', 'ENV COMPASS=x'],
  },
  {
    check: `${d}no-secret-files`,
    bad: ['COPY .env /app/', 'COPY id_rsa /root/.ssh/id_rsa', 'ADD .npmrc /root/', 'COPY .aws /root/.aws', 'COPY ["server.key", "/etc/ssl/"]', 'COPY config/credentials.json /app/', 'COPY --chown=app:app a .netrc /root/', 'ONBUILD COPY .env .', 'COPY .docker/config.json /root/.docker/', 'COPY secrets.yaml /', 'ENV GOOGLE_APPLICATION_CREDENTIALS=/app/g.json\nCOPY g.json /app/g.json', 'ENV GOOGLE_APPLICATION_CREDENTIALS /app/g.json\nCOPY g.json /app/', 'COPY kube /root/.kube/config', 'ENV KUBECONFIG=/a/k\nADD k /a/k', 'COPY key /home/app/.ssh/id_ed25519', 'COPY a /root/.aws/credentials'],
    good: ['COPY . /app', 'COPY .env.example /app/.env', 'COPY id_rsa.pub /a', 'COPY package.json /app/', 'FROM debian:13 AS a\nCOPY .npmrc /root/\nFROM debian:13\nCOPY --from=a /x /x', 'RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci', 'ENV GOOGLE_APPLICATION_CREDENTIALS=/run/g.json\nCOPY g.json /app/', 'COPY ca.pem /etc/ssl/', 'COPY keys.md /', 'COPY known_hosts /root/.ssh/known_hosts', 'COPY authorized_keys /root/.ssh/authorized_keys', 'COPY ssh_config /root/.ssh/config'],
    unknown: ['ARG F\nCOPY $F /a'],
  },
  {
    check: `${d}no-ssh-server`,
    bad: [...forms('apt-get install -y openssh-server'), 'RUN apk add --no-cache openssh', 'RUN dnf install -y git openssh-server && dnf clean all', 'RUN apt-get install -y dropbear', 'RUN apt-get install -y openssh-server=1:9.2', 'CMD ["/usr/sbin/sshd", "-D"]', 'ENTRYPOINT /usr/sbin/sshd -D', 'RUN service ssh start', 'RUN systemctl enable sshd', 'RUN ssh-keygen -A'].slice(0, 40),
    good: ['RUN apt-get install -y openssh-client', 'RUN apk add --no-cache openssh-client', 'RUN apk add openssh-keygen', ...quiet('apt-get install -y openssh-server'), 'RUN apt-get remove -y openssh-server'],
    unknown: ['ARG PACKAGES\nRUN apt-get install -y $PACKAGES'],
  },
  {
    check: `${d}no-open-permissions`,
    bad: [...forms('chmod 777 /a'), 'RUN chmod -R 0777 /a', 'RUN chmod a+w /a', 'RUN chmod o+rwx /a', 'RUN chmod u+s /a', 'RUN chmod +s /a', 'RUN chmod 4755 /a', 'RUN chmod 2755 /a', 'RUN chmod g+s,u+x /a', 'RUN chmod ugo+rwx /a', 'RUN chmod a=rwx /a', 'RUN chmod 666 /a', 'RUN install -m 4755 a /usr/bin/a', 'COPY --chmod=777 a /a', 'ADD --chmod=4755 a /a', 'RUN chmod -c 777 /a', 'RUN chmod --recursive 777 /a', 'RUN chmod -v u=rwxs,go=rx /a', 'ARG M=777\nRUN chmod $M /a', 'RUN mkdir -m 777 /a', 'RUN umask 000'].filter((one) => !/umask/.test(one)),
    good: ['RUN chmod 755 /a', 'RUN chmod +x /a', 'RUN chmod 1777 /tmp', 'RUN chmod u+x,g-w /a', 'RUN chmod o-w /a', 'RUN chmod -s /a', 'RUN chmod u-s /a', 'RUN chmod a-s /usr/bin/x', 'COPY --chmod=755 a /a', 'RUN find / -perm /6000 -type f -exec chmod a-s {} +', ...quiet('chmod 777 /a'), 'RUN chmod g=u /a', 'RUN chmod +t /a', 'RUN chmod --reference=a b', 'RUN chmod 0440 /etc/sudoers.d/a', 'RUN setcap -r /a'],
    unknown: ['ARG M\nRUN chmod $M /a', 'ARG M\nCOPY --chmod=$M a /a'],
  },
  {
    check: `${d}remote-files-verified`,
    bad: ['ADD https://a.example/x /x', 'ADD http://a.example/x.tar.gz /', 'add ["https://a.example/x", "/x"]', 'ARG V=1\nADD https://a.example/x-$V /x', 'ADD --chown=a https://a.example/x /x', 'ARG V\nADD https://a.example/$V /x', 'ADD https://github.com/a/b.git /b', 'ADD git@github.com:a/b.git#main /b', 'ADD https://github.com/a/b.git#v1.0 /b', 'ADD ftp://a.example/x /x'],
    good: ['ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://a.example/x /x', 'ADD a /a', 'COPY a /a', 'ADD https://github.com/a/b.git#8b8864b3e02a33a579dc216fd51b28a6047bc8ee /b'],
    unknown: ['ARG U\nADD $U /x'],
  },
  {
    check: `${d}apt-get-answers`,
    bad: ['RUN apt-get install a', 'RUN apt-get upgrade', 'RUN apt-get install --no-install-recommends a', 'RUN ["apt-get", "install", "a"]', 'RUN apt-get -q install a', 'RUN sudo apt-get install a', 'RUN apt-get update && apt-get install a', 'RUN apt-get -t bookworm-y install a', 'RUN apt-get -o Dpkg::Use-Pty=0 install a', 'RUN apt-get install python3-y', 'RUN apt-get dist-upgrade'],
    good: ['RUN apt-get install -y a', 'RUN apt-get -y install a', 'RUN apt-get install a -y', 'RUN apt-get -qq install a', 'RUN apt-get -qqy install a', 'RUN apt-get --yes install a', 'RUN apt-get --assume-yes install a', 'RUN apt-get -yq --no-install-recommends install a', 'RUN apt-get install -yqq a', 'RUN yes | apt-get install a', 'RUN echo y | apt-get install a', 'RUN apt-get -q=2 install a', 'RUN apt-get update', 'RUN apt-get clean', 'RUN apt-get -o APT::Get::Assume-Yes=true install a', 'RUN ["apt-get", "-y", "install", "a"]', 'RUN echo "APT::Get::Assume-Yes \\"true\\";" > /etc/apt/apt.conf.d/90a && apt-get install a', 'RUN apt-get --force-yes install a', 'RUN apt-get install -qq -o x=y a', 'RUN apt-get download a'],
    unknown: ['ARG OPTIONS\nRUN apt-get install $OPTIONS a'],
  },
  {
    check: `${d}no-apt`,
    bad: [...forms('apt install -y a'), 'RUN apt update && apt-get install -y a', 'RUN apt -y install a', 'RUN apt-get update && apt install a', 'RUN apt list'],
    good: ['RUN apt-get install -y apt', 'RUN apt-cache search a', 'RUN apt-key add a', 'RUN rm -rf /etc/apt', 'RUN apt-mark hold a', ...quiet('apt install a'), 'RUN apt-get install -y apt-utils', 'RUN cat /etc/apt/sources.list', 'RUN aptitude install a'],
  },
  {
    check: `${d}healthcheck-set`,
    bad: ['RUN true', 'HEALTHCHECK NONE', '# HEALTHCHECK CMD a', 'HEALTHCHECK CMD a\nHEALTHCHECK NONE', 'FROM debian:13 AS a\nHEALTHCHECK CMD a\nFROM debian:13', 'ONBUILD HEALTHCHECK CMD a'],
    good: ['HEALTHCHECK CMD a', 'healthcheck CMD a', 'HEALTHCHECK --interval=5m CMD ["a"]', 'HEALTHCHECK \\\n --interval=5m \\\n CMD a', 'FROM debian:13 AS a\nHEALTHCHECK CMD a\nFROM a'],
  },
  {
    check: `${d}apk-no-cache`,
    bad: [...forms('apk add a'), 'RUN apk add --update a', 'RUN apk --update add a', 'RUN apk add -U --virtual .b a', 'RUN apk update && apk add a && rm -rf /var/cache/apk/*', 'RUN apk add --no-cache a && apk add b', 'RUN apk add --no-network a'],
    good: [...forms('apk add --no-cache a'), ...quiet('apk add a'), 'RUN apk --no-cache add a', 'RUN apk add a --no-cache', 'RUN apk -U --no-cache add a', 'RUN apk add --no-cache \\\n # b\n a \\\n c', 'RUN --mount=type=cache,target=/etc/apk/cache apk add a', 'RUN apk del a', 'RUN apk update', 'RUN apk info add'],
    unknown: ['ARG APK_OPTS\nRUN apk add $APK_OPTS a'],
  },
  {
    check: `${d}one-downloader`,
    bad: ['RUN wget x && curl y', 'RUN wget x\nRUN curl y', 'RUN curl x | sh\nRUN sh -c "wget y"', 'RUN /usr/bin/wget x; /usr/bin/curl y', 'FROM debian:13 AS a\nRUN wget x\nRUN curl y\nFROM debian:13'],
    good: ['RUN curl x && curl y', 'RUN wget x', 'FROM debian:13 AS a\nRUN wget x\nFROM debian:13\nRUN curl y', 'RUN apt-get install -y wget curl', 'RUN echo wget && curl x', 'RUN wget x\nCMD curl y'],
  },
  ...(['cmd', 'entrypoint', 'healthcheck'] as const).map((word): Variants => {
    const line = { cmd: 'CMD ["a"]', entrypoint: 'ENTRYPOINT ["a"]', healthcheck: 'HEALTHCHECK CMD a' }[word];
    return {
      check: `${d}${word}-once`,
      bad: [`${line}\n${line}`, `${line}\nRUN true\n${line.toLowerCase()}`, `FROM debian:13 AS a\n${line}\n${line}\nFROM debian:13`],
      good: [line, `FROM debian:13 AS a\n${line}\nFROM debian:13\n${line}`, `${line}\n# ${line}`, `ONBUILD ${line}\n${line}`, `FROM debian:13 AS a\n${line}\nFROM a\n${line}`],
    };
  }),
  {
    check: `${d}no-maintainer`,
    bad: ['MAINTAINER a', 'maintainer a@example.com', 'FROM debian:13 AS a\nMAINTAINER a\nFROM debian:13'],
    good: ['LABEL maintainer="a"', 'LABEL org.opencontainers.image.authors=a', '# MAINTAINER a', 'RUN echo MAINTAINER a'],
  },
  {
    check: `${d}copy-from-other-stage`,
    bad: ['FROM debian:13 AS a\nCOPY --from=a /x /y', 'FROM debian:13 AS a\nCOPY --from=A /x /y', 'FROM debian:13\nCOPY --from=0 /x /y', 'FROM debian:13\nFROM debian:13\nCOPY --from=1 /x /y', 'ARG S=a\nFROM debian:13 AS a\nARG S\nCOPY --from=$S /x /y', 'FROM debian:13 AS a\nCOPY --chown=b --from=a /x /y'],
    good: ['FROM debian:13 AS a\nFROM debian:13 AS b\nCOPY --from=a /x /y', 'FROM debian:13\nFROM debian:13\nCOPY --from=0 /x /y', 'COPY --from=nginx:1.29 /x /y', 'COPY a b', 'FROM debian:13 AS ab\nCOPY --from=a /x /y'],
    unknown: ['FROM debian:13 AS a\nARG S\nCOPY --from=$S /x /y'],
  },
  {
    check: `${d}no-recommended-packages`,
    bad: [...forms('apt-get install -y a'), 'RUN apt-get -y install a', 'RUN apt-get install -y --install-recommends a', 'RUN ["apt-get", "install", "-y", "a"]'],
    good: [...forms('apt-get install -y --no-install-recommends a'), ...quiet('apt-get install -y a'), 'RUN apt-get --no-install-recommends -y install a', 'RUN apt-get -o APT::Install-Recommends=false install a', 'RUN echo "APT::Install-Recommends \\"0\\";" > /etc/apt/apt.conf.d/01a\nRUN apt-get install -y a', 'RUN apt-get remove a', 'RUN apt-get update'],
    unknown: ['ARG APT_OPTS\nRUN apt-get install $APT_OPTS a'],
  },
];
