// An unmodified Bolt app, which the test connects to the fake of Slack: first in Socket Mode, and over
// HTTP if a port is named. What it is asked to do comes as messages; what it sees it prints, a line
// each.
import bolt from '@slack/bolt';

const { App, LogLevel } = bolt;
const overHttp = process.env.HTTP_MODE === 'true';

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: LogLevel.ERROR,
  ...(overHttp
    ? { signingSecret: process.env.SLACK_SIGNING_SECRET }
    : { socketMode: true, appToken: process.env.SLACK_APP_TOKEN }),
});

app.message('hello', async ({ message, say }) => {
  await say({
    text: `Hello <@${message.user}>`,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `Hello <@${message.user}>` } },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'press', text: { type: 'plain_text', text: 'Press' }, value: 'v' },
        ],
      },
    ],
  });
});

app.message('who am I', async ({ message, client, say }) => {
  const { user } = await client.users.info({ user: message.user });
  await say(`${user.profile.display_name} in ${user.tz}`);
});

app.message('too long', async ({ message, client }) => {
  try {
    await client.chat.postMessage({ channel: message.channel, text: 'x'.repeat(50000) });
  } catch (error) {
    console.log(`refused ${error.data.error}`);
  }
});

app.message('history', async ({ message, client }) => {
  const { messages } = await client.conversations.history({
    channel: message.channel,
    include_all_metadata: true,
  });
  console.log(`history ${messages.length}`);
});

app.event('app_mention', async ({ event }) => {
  console.log(`mention ${event.text}`);
});

app.command('/carillon', async ({ command, ack }) => {
  await ack({ response_type: 'in_channel', text: `asked: ${command.text}` });
});

app.action('press', async ({ ack, body, client }) => {
  await ack();
  await client.chat.update({
    channel: body.channel.id,
    ts: body.message.ts,
    text: 'pressed',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `pressed by ${body.user.id}` } }],
  });
});

const server = await app.start(overHttp ? { port: 0, host: '127.0.0.1' } : undefined);
console.log(overHttp ? `listening ${server.address().port}` : 'connected');
