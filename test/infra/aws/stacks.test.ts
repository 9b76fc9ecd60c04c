// One file for vitest, so that aws-cdk-lib is loaded once and each stage is synthesised once; the facts are in the suites.
import './data.suite.ts';
import './door.suite.ts';
import './rights.suite.ts';
import './work.suite.ts';
import './mail.suite.ts';
import './watch.suite.ts';
import './nag.suite.ts';
