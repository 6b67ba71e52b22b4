# A mesa técnica: o que cada tela mostra. A mesa da Presidência também usa os nomes das cenas.

screen-well = em dia
screen-behind = atrasada
screen-gone = sem sinal desde { $time }
screen-never = não conectada

scene-speaker = Orador
scene-list = Lista
scene-actions = Ações
scene-message = Mensagem
scene-blank = Em branco
scene-freeze = Congelada

stage-page = Mesa técnica
stage-no-entry = Não é possível abrir a mesa técnica
stage-wrong-access-link = Este link não é o da mesa técnica. Peça o seu à Secretaria.
stage-connecting = Conectando…

stage-screens = Telas
stage-preview = Prévia
stage-picture-of = O que mostra { $screen }
stage-scene = Cena
stage-take-all = Levar a todas as telas
stage-take-here = Levar aqui
stage-freeze = Congelar
stage-freeze-all = Congelar todas
stage-blank = Apagar
stage-blank-all = Apagar todas
stage-frozen = Congelada: mostra o que mostrava antes

stage-message = Mensagem às telas
stage-message-show = Mostrar
stage-message-clear = Retirar a mensagem
stage-message-shown = Nas telas: { $text }

stage-microphones = Microfones
stage-now = Agora: { $name }
stage-now-chair = Agora: a Presidência
stage-next = Depois: { $names }
stage-next-nobody = Depois: não há oradores inscritos
