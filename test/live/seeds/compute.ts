/** Groups of instances, jobs, and applications. */
import { AutoScalingClient, CreateAutoScalingGroupCommand, CreateLaunchConfigurationCommand } from '@aws-sdk/client-auto-scaling';
import { BatchClient, CreateComputeEnvironmentCommand, RegisterJobDefinitionCommand } from '@aws-sdk/client-batch';
import { CreateApplicationCommand, CreateEnvironmentCommand, ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import { ACCOUNT, type Seed } from './seed.js';

export const compute: Seed = async (at) => {
  const autoscaling = new AutoScalingClient(at);
  const UserData = Buffer.from('#!/bin/sh\nexport DB_PASSWORD=not-a-secret-1\n').toString('base64');
  await autoscaling.send(new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'open', ImageId: 'ami-12c6146b', InstanceType: 't3.micro', UserData, AssociatePublicIpAddress: true }));
  await autoscaling.send(new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'shut', ImageId: 'ami-12c6146b', InstanceType: 't3.micro', AssociatePublicIpAddress: false, MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 } }));
  await autoscaling.send(new CreateAutoScalingGroupCommand({ AutoScalingGroupName: 'old', LaunchConfigurationName: 'open', MinSize: 0, MaxSize: 1, AvailabilityZones: ['us-east-1a'], Tags: [{ Key: 'app', Value: 'site', PropagateAtLaunch: true }] }));
  const batch = new BatchClient(at);
  await batch.send(new RegisterJobDefinitionCommand({ jobDefinitionName: 'open', type: 'container', containerProperties: { image: 'shop:1', vcpus: 1, memory: 64, privileged: true, environment: [{ name: 'DB_PASSWORD', value: 'not-a-secret-1' }] } }));
  await batch.send(new RegisterJobDefinitionCommand({ jobDefinitionName: 'shut', type: 'container', containerProperties: { image: 'shop:1', vcpus: 1, memory: 64, environment: [{ name: 'STAGE', value: 'on' }] } }));
  await batch.send(new CreateComputeEnvironmentCommand({ computeEnvironmentName: 'own', type: 'UNMANAGED', state: 'ENABLED', serviceRole: `arn:aws:iam::${ACCOUNT}:role/any` }));
  const beanstalk = new ElasticBeanstalkClient(at);
  await beanstalk.send(new CreateApplicationCommand({ ApplicationName: 'site' }));
  await beanstalk.send(new CreateEnvironmentCommand({ ApplicationName: 'site', EnvironmentName: 'live', SolutionStackName: '64bit Amazon Linux 2018.03 v2.9.3 running Python 3.6' }));
};
