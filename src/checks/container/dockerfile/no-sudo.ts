import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-sudo',
  title: 'Build runs nothing through sudo',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'A build is root until `USER` says otherwise, so that `sudo` adds nothing but a way back to root for whoever gets into the running container.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a word in the file',
    effort: 'minutes: switch with `USER root` and back',
    reach: 'every container of the image',
    trap: 'it is carried over from instructions for a machine',
  },
  evaluate: (file) => noCommand(file, (command) => (command.name === 'sudo' ? at(command, '`RUN` uses `sudo`') : undefined)),
  fix: { dockerfile: 'USER root\nRUN apt-get update && apt-get install -y --no-install-recommends git\nUSER app' },
  references: ['https://docs.docker.com/build/building/best-practices/#user', 'https://docs.docker.com/reference/dockerfile/#user'],
  equivalents: { checkov: equal('CKV2_DOCKER_1'), trivy: equal('AVD-DS-0010') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y sudo
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get update \
         && sudo apt-get install -y vim
      `,
      dockerfile`
        FROM debian:13
        RUN ["sh", "-c", "if true; then sudo true; fi"]
      `,
    ],
    unknown: [
      dockerfile`
        FROM mcr.microsoft.com/windows/servercore:ltsc2022
        SHELL ["powershell", "-Command"]
        RUN Get-Process
      `,
    ],
  },
});
