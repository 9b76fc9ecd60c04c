import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const decisionsRefusals = {
  'case.approval_missing': {
    status: 409,
    say: {
      en: 'This case needs an approval before it becomes {to}, and has none that stands.',
      ar: 'تحتاج هذه المعاملة إلى اعتماد قائم قبل انتقالها إلى {to}.',
    },
    fix: { en: 'Ask for a decision on the case.', ar: 'اطلب قرارًا بشأن المعاملة.' },
  },
  'case.approval_pending': {
    status: 409,
    say: { en: 'This case waits for its approval, and becomes {to} only after.', ar: 'هذه المعاملة بانتظار الاعتماد، ولا تنتقل إلى {to} قبله.' },
    fix: { en: 'Wait for the decision, or have it made.', ar: 'انتظر القرار أو اطلب التعجيل به.' },
  },
  'decision.no_steps': {
    status: 422,
    say: { en: 'Nobody is asked: this kind of case names no approvers.', ar: 'لم يُحدد من يقرر: هذا النوع من المعاملات لا يعيّن معتمدين.' },
    fix: { en: 'Send `steps` with the people to ask.', ar: 'أرسل steps وفيها من يُطلب قرارهم.' },
  },
  'decision.too_many_steps': {
    status: 422,
    say: { en: 'A request has at most {maximum} steps.', ar: 'للطلب {maximum} مراحل على الأكثر.' },
    fix: { en: 'Put people together in one step.', ar: 'اجمع الأشخاص في مرحلة واحدة.' },
  },
  'decision.expiry_past': {
    status: 422,
    say: { en: 'The day by which to decide is over.', ar: 'موعد القرار فات.' },
    fix: { en: 'Choose a later day.', ar: 'اختر يومًا لاحقًا.' },
  },
  'decision.not_decider': {
    status: 422,
    say: { en: '{person} is nobody who decides here.', ar: 'ليس {person} ممن يقررون هنا.' },
    fix: { en: 'Name members of the firm who may decide.', ar: 'اختر أعضاء في المنشأة يحق لهم القرار.' },
  },
  'decision.nobody': {
    status: 409,
    say: { en: 'There is nobody to ask for the step “{step}”.', ar: 'لا أحد يُطلب قراره في المرحلة «{step}».' },
    fix: { en: 'Give somebody that role first.', ar: 'أسند الدور إلى أحد أولًا.' },
  },
  'decision.nobody_else': {
    status: 409,
    say: {
      en: 'In the step “{step}” only those who want this could decide it.',
      ar: 'في المرحلة «{step}» لا يوجد من يقرر سوى أصحاب الطلب أنفسهم.',
    },
    fix: { en: 'Name somebody else.', ar: 'اختر شخصًا آخر.' },
  },
  'decision.too_many_approvers': {
    status: 422,
    say: { en: 'A step asks at most {maximum} people.', ar: 'تضم المرحلة {maximum} شخصًا على الأكثر.' },
    fix: { en: 'Name fewer, or spread them over several steps.', ar: 'قلّل عددهم أو وزعهم على عدة مراحل.' },
  },
  'decision.too_few': {
    status: 422,
    say: { en: '{required} have to agree, but only {people} can be asked.', ar: 'المطلوب موافقة {required}، ولا يمكن سؤال سوى {people}.' },
    fix: { en: 'Name more people, or ask for fewer voices.', ar: 'أضف أشخاصًا أو اطلب عددًا أقل.' },
  },
  'decision.pending': {
    status: 409,
    say: { en: 'A decision on this has been asked for and is still open.', ar: 'طُلب قرار بشأن هذا من قبل ولم يُبت فيه بعد.' },
    fix: { en: 'Wait for it, or withdraw it first.', ar: 'انتظره أو اسحبه أولًا.' },
  },
  'decision.approved': {
    status: 409,
    say: { en: 'This is approved, and has not changed since.', ar: 'هذا معتمد ولم يتغير منذ اعتماده.' },
    fix: { en: 'Go on with it.', ar: 'تابع العمل عليه.' },
  },
  'decision.none': {
    status: 409,
    say: { en: 'No decision on this case is asked for.', ar: 'لا يوجد قرار مطلوب بشأن هذه المعاملة.' },
    fix: { en: 'Ask for one first.', ar: 'اطلب قرارًا أولًا.' },
  },
  'decision.settled': {
    status: 409,
    say: { en: 'The request is settled: {state}.', ar: 'حُسم هذا الطلب: {state}.' },
    fix: { en: 'Look at it again; ask anew where there is something left to decide.', ar: 'راجعه من جديد، واطلب قرارًا آخر إن بقي ما يُقرر.' },
  },
  'decision.expired': {
    status: 409,
    say: { en: 'It could be decided until {at}.', ar: 'انتهت مهلة القرار في {at}.' },
    fix: { en: 'Ask anew.', ar: 'اطلب القرار من جديد.' },
  },
  'decision.stale': {
    status: 409,
    say: { en: 'What stands there now is not what was asked about.', ar: 'ما هو قائم الآن ليس ما طُلب القرار بشأنه.' },
    fix: { en: 'Withdraw the request and ask anew.', ar: 'اسحب الطلب واطلب القرار من جديد.' },
  },
  'decision.not_asked': {
    status: 403,
    say: { en: 'You are not asked in the step that is open.', ar: 'قرارك غير مطلوب في المرحلة الحالية.' },
    fix: { en: 'Those who are asked, or their deputies, decide.', ar: 'يقرر المطلوب قرارهم أو من ينوب عنهم.' },
  },
  'decision.not_deputy': {
    status: 403,
    say: { en: 'You may not decide in the name of this person today.', ar: 'لا تنوب اليوم عن هذا الشخص.' },
    fix: { en: 'They can name you as their deputy, with dates.', ar: 'يمكنه إنابتك بتاريخ بدء وانتهاء.' },
  },
  'decision.for_whom': {
    status: 422,
    say: { en: 'You stand in for several people here: {people}.', ar: 'تنوب هنا عن أكثر من شخص: {people}.' },
    fix: { en: 'Say for whom in `onBehalfOf`.', ar: 'حدد عمّن في onBehalfOf.' },
  },
  'decision.self': {
    status: 403,
    say: { en: 'This is your own request: somebody else decides it.', ar: 'هذا طلبك أنت، ويقرر فيه غيرك.' },
    fix: { en: 'Leave it to the others who are asked, or withdraw it and ask anew.', ar: 'اتركه لغيرك ممن طُلب قرارهم، أو اسحبه واطلبه من جديد.' },
  },
  'decision.principal_gone': {
    status: 403,
    say: { en: '{person} decides here no more, and so does nobody in their name.', ar: 'لم يعد {person} ممن يقررون هنا، فلا ينوب عنه أحد.' },
    fix: { en: 'Withdraw the request and ask somebody else.', ar: 'اسحب الطلب واطلب القرار من غيره.' },
  },
  'decision.role_lost': {
    status: 403,
    say: { en: '{person} was asked by their role, and has it no more.', ar: 'طُلب قرار {person} بحكم دوره ولم يعد له هذا الدور.' },
    fix: { en: 'Withdraw the request and ask anew.', ar: 'اسحب الطلب واطلب القرار من جديد.' },
  },
  'decision.one_voice': {
    status: 409,
    say: { en: 'You have spoken in this step already, in the name of {person}.', ar: 'سبق أن قررت في هذه المرحلة باسم {person}.' },
    fix: { en: 'One person has one voice in a step: somebody else gives the other.', ar: 'لكل شخص صوت واحد في المرحلة: يعطي الصوت الآخر غيرك.' },
  },
  'decision.same': {
    status: 409,
    say: { en: 'You have said this already.', ar: 'سبق أن قررت هذا.' },
    fix: { en: 'A change of mind is another decision; this one stands.', ar: 'يمكنك العدول بقرار آخر، وقرارك هذا قائم.' },
  },
  'decision.full': {
    status: 409,
    say: { en: 'The request holds no more decisions.', ar: 'لا يتسع الطلب لقرارات أخرى.' },
    fix: { en: 'Withdraw it and ask anew.', ar: 'اسحبه واطلب القرار من جديد.' },
  },
  'decision.not_yours': {
    status: 403,
    say: { en: 'Only whoever asked, or an owner, takes it back.', ar: 'يسحبه صاحب الطلب أو مالك المنشأة فقط.' },
    fix: { en: 'Ask them to.', ar: 'اطلب ذلك منهم.' },
  },
  'decision.no_receipt': {
    status: 409,
    say: { en: 'There is no receipt yet: nothing is settled.', ar: 'لا يوجد إيصال بعد: لم يُحسم شيء.' },
    fix: { en: 'Come back once it is decided.', ar: 'عد بعد البت في الطلب.' },
  },
  'delegation.nobody': {
    status: 422,
    say: { en: 'There is no such member.', ar: 'لا يوجد عضو كهذا.' },
    fix: { en: 'Choose a member of the firm.', ar: 'اختر عضوًا في المنشأة.' },
  },
  'delegation.self': {
    status: 422,
    say: { en: 'Nobody is their own deputy.', ar: 'لا ينوب أحد عن نفسه.' },
    fix: { en: 'Choose somebody else.', ar: 'اختر شخصًا آخر.' },
  },
  'delegation.role': {
    status: 422,
    say: { en: '{person} may not decide here.', ar: 'لا يحق لـ {person} القرار هنا.' },
    fix: { en: 'Choose somebody who may.', ar: 'اختر من يحق له ذلك.' },
  },
  'delegation.backwards': {
    status: 422,
    say: { en: '{until} comes before {from}.', ar: '{until} يسبق {from}.' },
    fix: { en: 'Exchange the dates.', ar: 'بدّل التاريخين.' },
  },
  'delegation.over': {
    status: 422,
    say: { en: '{until} is past.', ar: 'انقضى {until}.' },
    fix: { en: 'Choose a later day, or end the delegation.', ar: 'اختر يومًا لاحقًا أو أنهِ الإنابة.' },
  },
  'delegation.too_many': {
    status: 409,
    say: { en: 'One person has at most {maximum} delegations that are not over.', ar: 'للشخص الواحد {maximum} إنابة قائمة أو مقبلة على الأكثر.' },
    fix: { en: 'End one that is not needed.', ar: 'أنهِ إنابة لم تعد لازمة.' },
  },
  'delegation.not_yours': {
    status: 403,
    say: { en: 'Only the person themselves, or an owner, ends or changes this.', ar: 'لا يعدلها أو ينهيها إلا صاحبها أو مالك المنشأة.' },
    fix: { en: 'Ask them to.', ar: 'اطلب ذلك منهم.' },
  },
} as const satisfies RefusalTable;
