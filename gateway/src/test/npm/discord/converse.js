// An unmodified discord.js talks to the server whose address is given, and tells on its output what
// it makes of it, one JSON object a line.
const {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  SlashCommandBuilder,
} = require('discord.js');

const tell = (what, details = {}) => console.log(JSON.stringify({ what, ...details }));

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
    GatewayIntentBits.MessageContent,
  ],
  partials: [Partials.Channel],
  rest: { api: process.env.API, retries: 0 },
});

const buttons = () =>
  new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId('done:1').setLabel('Done').setStyle(ButtonStyle.Success),
  );

const refusal = async (call) => {
  try {
    await call();
    return 'none';
  } catch (error) {
    return `${error.status} ${error.code}`;
  }
};

client.once(Events.ClientReady, async () => {
  const remind = new SlashCommandBuilder()
    .setName('remind')
    .setDescription('Make a reminder')
    .addStringOption((option) =>
      option.setName('text').setDescription('When and what').setRequired(true),
    );
  const set = await client.application.commands.set([remind]);
  tell('ready', { name: client.user.username, commands: set.size });
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.id === client.user.id) {
    return;
  }
  tell('message', { text: message.content, by: message.author.id, channel: message.channelId });
  if (message.content === 'bye') {
    await client.destroy();
    return;
  }
  if (message.content === 'mistakes') {
    const { channel } = message;
    tell('mistakes', {
      tooLong: await refusal(() => channel.send('a'.repeat(2001))),
      empty: await refusal(() => client.rest.post(`/channels/${channel.id}/messages`, { body: {} })),
      unknown: await refusal(() => client.channels.fetch('12345', { force: true })),
    });
    return;
  }
  await message.channel.sendTyping();
  const sent = await message.channel.send({
    content: `re: ${message.content}`,
    components: [buttons()],
    nonce: message.id,
    enforceNonce: true,
  });
  tell('sent', { id: sent.id, text: sent.content, buttons: sent.components.length });
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isButton()) {
    await interaction.deferUpdate();
    const edited = await interaction.message.edit({ content: 'done', components: [] });
    tell('pressed', { button: interaction.customId, text: edited.content });
  } else if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: 'one', value: '1' }]);
    tell('suggested', { typed: interaction.options.getFocused() });
  } else if (interaction.isChatInputCommand()) {
    const text = interaction.options.getString('text');
    await interaction.reply({ content: `will do: ${text}` });
    tell('command', { name: interaction.commandName, text });
  }
});

client.on(Events.ShardResume, () => tell('resumed'));
client.on(Events.Error, (error) => tell('error', { message: error.message }));
process.on('unhandledRejection', (error) => tell('error', { message: String(error) }));

client.login(process.env.TOKEN);
