import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { installation } from './installation.ts';
import { contextNames, settingsOf } from './settings.ts';

// What `cdk synth` and `cdk deploy` run. Here alone something outside is read: the command line, and which builds there are.
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const pages = join(dist, 'web');
const app = new App();
const said = Object.fromEntries(contextNames.map((name) => [name, app.node.tryGetContext(name)]));
installation(app, settingsOf(said, { bundles: join(dist, 'lambda'), pagesFolder: existsSync(join(pages, 'index.html')) ? pages : undefined }));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
