# Por que um ato não foi feito: uma frase por código. Nada mudou.

refusal-not_allowed = Este link não permite fazer isso.
refusal-not_now = Isso não pode ser feito neste momento.
refusal-not_yours = Isso pertence a outro assento.
refusal-not_active_console = Outra mesa preside; esta apenas observa.
refusal-overtaken = A situação mudou nesse meio-tempo. Veja como está agora e repita se ainda for preciso.
refusal-unknown = Isso já não existe.
refusal-floor_taken = Alguém já tem a palavra.
refusal-list_closed = A lista de oradores está encerrada. A Presidência pode admitir seu pedido.
refusal-already_asked = Você já pediu a palavra; pode alterar esse pedido.
refusal-nothing_due = Nenhuma pergunta espera resposta.
refusal-time_out_of_range = O tempo ficaria fora dos seus limites.
refusal-limit_reached = Já se atingiu o máximo que as regras permitem.
refusal-too_long = O texto é longo demais. Abrevie-o um pouco.
refusal-no_text = Este texto não tem nada que se possa ler. Escreva-o, por favor.
refusal-too_many_devices = Este assento já está aberto em outros dispositivos; feche um deles.
refusal-take_over_waits = A outra mesa ainda pode opor-se. Espere alguns segundos.
refusal-bad_links = O que foi indicado não corresponde a este tipo de intervenção.
refusal-bad_command = O servidor não entendeu o ato. Carregue a página de novo.
refusal-id_reused = O número deste ato já foi usado para outro; o ato não conta. Faça-o de novo.
refusal-busy = Há atos demais em espera. Tente de novo daqui a pouco.
refusal-not_saved = Não foi possível salvar; o ato não conta. Tente de novo.
refusal-unsettled = Ainda não se sabe se isto foi gravado; a pergunta está sendo repetida.
refusal-revoked = Este link não é conhecido aqui. Copie-o de novo, inteiro; se não bastar, peça o seu à Secretaria.
refusal-reload = Há uma versão nova. Carregue a página de novo.
refusal-failed = Houve um erro no servidor; nada mudou.
