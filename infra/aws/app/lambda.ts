import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, type IGrantable, type IPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime, SystemLogLevel, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';

export interface LambdaProps {
  readonly stage: Stage;
  readonly about: string;
  /** The folder with its `index.cjs`. */
  readonly bundle: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Names and addresses, never a secret: whoever may read a function's configuration may read these. */
  readonly environment: Readonly<Record<string, string>>;
  /** It is never started, whoever calls. */
  readonly isClosed?: boolean;
  /** What catches its failures, for the findings: an API's caller is told, a queue and a stream have their own. */
  readonly failures: string;
}

/** One function of the manifest, with a role of its own that may write its log and trace, and nothing until it is given. */
export class Lambda extends Construct implements IGrantable {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly grantPrincipal: IPrincipal;

  constructor(scope: Construct, id: string, props: LambdaProps) {
    super(scope, id);
    const log = new LogGroup(this, 'Log', {
      retention: props.stage.logRetention,
      removalPolicy: props.stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: `Diwan: ${props.about}` });
    this.grantPrincipal = this.role.grantPrincipal;
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [log.logGroupArn]);
    this.function = new LambdaFunction(this, 'Function', {
      description: props.about,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.bundle),
      handler: 'index.handler',
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      role: this.role,
      environment: { ...props.environment },
      ...(props.isClosed && { reservedConcurrentExecutions: 0 }),
      tracing: Tracing.ACTIVE,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      // That a call began and ended, and what it took, is in metrics and traces: three lines a call would say it again and cost more than the rest.
      systemLogLevelV2: SystemLogLevel.WARN,
    });
    acknowledge(this.role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray takes segments without naming a resource.',
    });
    acknowledge(this.function, {
      'Serverless-LambdaDLQ': props.failures,
      'Serverless-LambdaAsyncFailureDestination': props.failures,
    });
  }

  /** A right, by name and place. */
  allow(actions: readonly string[], resources: readonly string[], conditions?: Readonly<Record<string, unknown>>): void {
    this.role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions: conditions && { ...conditions } }),
    );
  }
}
