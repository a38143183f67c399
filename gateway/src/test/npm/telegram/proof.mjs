// An unmodified grammY bot, which the test connects to the fake of the Bot API. What it is asked to do
// comes as messages; what it sees it prints, a line each.
import { Bot, GrammyError, InlineKeyboard } from 'grammy';

const bot = new Bot(process.env.TELEGRAM_TOKEN, {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT },
});

bot.command('start', async (context) => {
  await context.reply('<b>Hello</b>', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('Press', 'v'),
  });
});

bot.hears('bad marks', async (context) => {
  try {
    await context.reply('<b>Hello', { parse_mode: 'HTML' });
  } catch (error) {
    console.log(`refused ${error instanceof GrammyError} ${error.error_code} ${error.description}`);
  }
});

bot.hears('elsewhere', async (context) => {
  try {
    await context.api.sendMessage(1, 'Hello');
  } catch (error) {
    console.log(`refused ${error instanceof GrammyError} ${error.error_code} ${error.description}`);
  }
});

bot.on('message:document', async (context) => {
  const file = await context.getFile();
  const address = `${process.env.TELEGRAM_API_ROOT}/file/bot${process.env.TELEGRAM_TOKEN}/${file.file_path}`;
  console.log(`file ${await (await fetch(address)).text()}`);
});

bot.callbackQuery('v', async (context) => {
  await context.answerCallbackQuery();
  await context.editMessageText(`pressed by ${context.from.first_name}`);
});

bot.catch((error) => console.log(`error ${error.message}`));
await bot.start({ onStart: (me) => console.log(`connected ${me.username}`) });
