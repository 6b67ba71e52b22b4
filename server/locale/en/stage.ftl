# The stage technician’s desk: what each screen shows. The chair’s console uses the names of the scenes too.

screen-well = up to date
screen-behind = behind
screen-gone = no signal since { $time }
screen-never = not connected

scene-speaker = Speaker
scene-list = List
scene-actions = Joint actions
scene-message = Message
scene-blank = Blank
scene-freeze = Frozen

stage-page = Stage
stage-no-entry = The stage cannot be opened
stage-wrong-access-link = This is not the link of the stage. Ask the Secretariat for yours.
stage-connecting = Connecting…

stage-screens = Screens
stage-preview = Preview
stage-picture-of = What { $screen } shows
stage-scene = Scene
stage-take-all = Take to all screens
stage-take-here = Take here
stage-freeze = Freeze
stage-freeze-all = Freeze all
stage-blank = Blank
stage-blank-all = Blank all
stage-frozen = Frozen: shows what it showed before

stage-message = Message to the screens
stage-message-show = Show
stage-message-clear = Clear the message
stage-message-shown = On the screens: { $text }

stage-microphones = Microphones
stage-now = Now: { $name }
stage-now-chair = Now: the chair
stage-next = Then: { $names }
stage-next-nobody = Then: nobody is waiting
